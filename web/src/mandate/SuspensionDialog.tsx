import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { client, done } from '../api/client';
import type { Mandate, SuspensionPreview } from '../api/model';
import { queries } from '../api/queries';
import { problemIn } from '../api/refused';
import { Loaded } from '../ui/Loaded';
import { ReasonedButton } from '../ui/ReasonedButton';
import { Refusal } from '../ui/Refusal';
import { Zh } from '../ui/Zh';
import { DocumentFields, type GroundValues } from './DocumentFields';
import './dialog.css';

type Props = { readonly mandate: Mandate; readonly onClose: () => void };

/** Suspension of a link: first what it would reach, then reason and paper, then the act (R06A). */
export default function SuspensionDialog({ mandate, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const preview = useQuery(queries.suspensionPreview(mandate.id));
  const suspension = useMutation({
    mutationFn: ({ reason, ...document }: GroundValues) =>
      done(
        client.POST('/api/v1/mandates/{id}/suspension', {
          params: { path: { id: mandate.id } },
          body: { previewToken: preview.data?.previewToken ?? '', reason, document },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries();
    },
    // What was previewed may no longer be what is reached: show it as it is now, and let the officer decide again.
    onError: () => preview.refetch(),
  });
  return (
    <Modal
      open
      title={
        <Trans
          t={t}
          i18nKey="mandate.suspendTitle"
          values={{ title: mandate.title }}
          components={{ zh: <Zh>{null}</Zh> }}
        />
      }
      onCancel={onClose}
      footer={null}
      style={{ top: 24 }}
      width={640}
    >
      <Loaded query={preview}>{(reached) => <Reach preview={reached} mandate={mandate} />}</Loaded>
      {suspension.error ? (
        <Refusal problem={problemIn(suspension.error)} what={t('mandate.notSuspended')} />
      ) : null}
      <Form<GroundValues>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => suspension.mutate(values)}
      >
        <DocumentFields />
        <p className="dialog-acts">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <ReasonedButton
            primary
            danger
            submit
            busy={suspension.isPending}
            reason={preview.data ? null : t('mandate.previewFirst')}
          >
            {t('mandate.suspendAll', { count: (preview.data?.reaches.length ?? 0) + 1 })}
          </ReasonedButton>
        </p>
      </Form>
    </Modal>
  );
}

function Reach({ preview, mandate }: { readonly preview: SuspensionPreview; readonly mandate: Mandate }) {
  const { t } = useTranslation();
  const links = [mandate, ...preview.reaches.filter((reached) => reached.id !== mandate.id)];
  return (
    <section className="reach" aria-label={t('mandate.reaches')}>
      <p>
        {t('mandate.reachSentence', {
          count: links.length,
          products: preview.products.length,
          subscriptions: preview.subscriptions.length,
        })}
      </p>
      <ul tabIndex={0}>
        {links.map((link) => (
          <li key={link.id}>
            <span className="quiet">{t(`mandate.kind.${link.kind}`)}</span>
            <span lang="zh-CN">{link.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
