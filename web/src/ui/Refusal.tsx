import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/model';
import { useWords } from '../locales/format';
import { IdText } from './IdText';
import { Shape } from './Shape';
import './Refusal.css';

const MENDERS = ['CALLER', 'OPERATOR', 'BUREAU', 'PROVIDER', 'SUBJECT', 'ADMINISTRATOR'] as const;

type Props = {
  readonly problem: Problem;
  /** What was refused, such as "the call was not made"; the server's own title where absent. */
  readonly what?: string;
};

/** A refusal in full: what, why and under which clause, what to do, whom to ask, which trace id to quote. */
export function Refusal({ problem, what }: Props) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const local = problem.code === 'UNREACHABLE' || problem.code === 'UNREADABLE' ? problem.code : null;
  const why = local ? t(`refusal.${local}.why`, { status: problem.status }) : problem.title;
  const fix = local ? t(`refusal.${local}.fix`) : problem.fix;
  const mender = MENDERS.find((known) => known === (local ? 'ADMINISTRATOR' : problem.mender));
  return (
    <section className="refusal" role="alert">
      <p className="refusal-what">
        <Shape tone="stop" />
        {what ?? t('refusal.title')}
      </p>
      <dl className="facts">
        <dt>{t('refusal.why')}</dt>
        <dd>
          {why} {problem.clause ? <span className="chip">{t('clause', { id: problem.clause })}</span> : null}
        </dd>
        {fix ? (
          <>
            <dt>{t('refusal.fix')}</dt>
            <dd>{fix}</dd>
          </>
        ) : null}
        {mender || problem.mender ? (
          <>
            <dt>{t('refusal.mender')}</dt>
            <dd>{mender ? t(`mender.${mender}`) : capital(problem.mender ?? '')}</dd>
          </>
        ) : null}
        <dt>{t('refusal.code')}</dt>
        <dd className="mono">{problem.code}</dd>
        {problem.traceId ? (
          <>
            <dt>{t('refusal.trace')}</dt>
            <dd>
              <IdText value={problem.traceId} />
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
