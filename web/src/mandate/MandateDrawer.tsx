import { lazy, Suspense, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Mandate } from '../api/model';
import { useMay } from '../session/store';
import { Loaded } from '../ui/Loaded';
import { ReasonedButton } from '../ui/ReasonedButton';
import { Side } from '../ui/Side';
import { StateTag } from '../ui/StateTag';
import { Zh } from '../ui/Zh';
import { ChainLine } from './ChainLine';
import { Contract, ScopeFacts, TermFacts, Uses } from './MandateFacts';
import { type Node, pathTo, TONES } from './standing';
import { useForest } from './useForest';
import { useMandateWords } from './words';

const SuspensionDialog = lazy(() => import('./SuspensionDialog'));
const ResumptionDialog = lazy(() => import('./ResumptionDialog'));

/** Everything about one link; the place from which it is suspended and resumed. */
export default function MandateDrawer({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { query, roots } = useForest();
  const path = pathTo(roots, id);
  const node = path.at(-1);
  return (
    <Side title={node ? <Zh>{node.mandate.title}</Zh> : id} onClose={onClose} wide>
      <Loaded query={query}>
        {() => (node ? <Facts node={node} path={path} /> : <p>{t('mandate.unknown', { id })}</p>)}
      </Loaded>
    </Side>
  );
}

function Facts({ node, path }: { readonly node: Node; readonly path: readonly Node[] }) {
  const { t } = useTranslation();
  const words = useMandateWords();
  const { mandate, stoppedBy } = node;
  return (
    <>
      <p className="mandate-state">
        <StateTag boxed tone={TONES[node.standing]} word={words.state(node)} since={words.since(node)} />
      </p>
      {stoppedBy && stoppedBy.id !== mandate.id ? (
        <p className="mandate-above">
          <Trans
            t={t}
            i18nKey="mandate.stoppedBy"
            values={{ title: stoppedBy.title }}
            components={{ zh: <Zh>{null}</Zh> }}
          />
        </p>
      ) : null}
      <ChainLine path={path} here={mandate.id} />
      {mandate.state === 'SUSPENDED' ? <Ground mandate={mandate} /> : null}
      <Acts mandate={mandate} />
      <div className="mandate-columns">
        <div>
          <TermFacts mandate={mandate} />
          <Uses node={node} />
          <Contract mandate={mandate} />
        </div>
        <ScopeFacts mandate={mandate} />
      </div>
    </>
  );
}

/** Why it is suspended: reason, paper, who. */
function Ground({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation();
  const { reason, document, by } = mandate.since;
  return (
    <dl className="facts mandate-ground">
      <dt>{t('mandate.reason')}</dt>
      <dd lang="zh-CN">{reason}</dd>
      {document ? (
        <>
          <dt>{t('mandate.document')}</dt>
          <dd lang="zh-CN">
            {document.title} {document.number}
          </dd>
        </>
      ) : null}
      <dt>{t('mandate.by')}</dt>
      <dd lang="zh-CN">{by}</dd>
    </dl>
  );
}

function Acts({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'suspend' | 'resume' | null>(null);
  const maySuspend = useMay('SUSPEND_MANDATE');
  const mayResume = useMay('RESUME_MANDATE');
  const suspended = mandate.state === 'SUSPENDED';
  const grantor = mandate.grantor.name;
  return (
    <p className="mandate-acts">
      {suspended ? (
        <ReasonedButton
          primary
          onClick={() => setOpen('resume')}
          reason={mayResume ? null : t('mandate.mayNotResume', { grantor })}
        >
          {t('mandate.resume')}
        </ReasonedButton>
      ) : (
        <ReasonedButton danger onClick={() => setOpen('suspend')} reason={whyNotSuspend()}>
          {t('mandate.suspend')}
        </ReasonedButton>
      )}
      <Suspense>
        {open === 'suspend' ? <SuspensionDialog mandate={mandate} onClose={() => setOpen(null)} /> : null}
        {open === 'resume' ? <ResumptionDialog mandate={mandate} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </p>
  );

  function whyNotSuspend(): string | null {
    if (mandate.state !== 'IN_FORCE') {
      return t('mandate.notInForce', { state: t(`mandate.state.${mandate.state}`) });
    }
    return maySuspend ? null : t('mandate.mayNotSuspend', { grantor });
  }
}
