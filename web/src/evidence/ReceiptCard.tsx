import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product, Receipt } from '../api/model';
import { useInstallation } from '../api/queries';
import { count } from '../locales/format';
import { IdText } from '../ui/IdText';
import { ReasonedButton } from '../ui/ReasonedButton';
import { saveText } from '../ui/save';
import { Shape } from '../ui/Shape';
import './ReceiptCard.css';
import { type Answer, CHECKS, holds, type Verdict, verifyReceipt } from './verification';

type Props = {
  readonly receipt: Receipt;
  /** The answer; absent where the receipt came with a refusal. */
  readonly answer?: Answer;
  readonly product: Pick<Product, 'code' | 'name'>;
};

/** A receipt: where the use is sealed, verification here in the browser, and the file to verify anywhere else. */
export function ReceiptCard({ receipt, answer, product }: Props) {
  const { t } = useTranslation();
  const log = useInstallation().data?.log;
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  async function verify(key: string) {
    setVerdict(await verifyReceipt(receipt, answer, key));
  }

  return (
    <section className="receipt" aria-label={t('receipt.title')}>
      <h3>
        {t('receipt.title')}{' '}
        <span className="small quiet">
          {t('receipt.sealedAt', { log: receipt.log, index: count(receipt.index) })}
        </span>
      </h3>
      <dl className="facts">
        <dt>{t('receipt.use')}</dt>
        <dd>
          <span className="mono">{product.code}</span> <span lang="zh-CN">{product.name}</span>
        </dd>
        <dt>{t('receipt.id')}</dt>
        <dd>
          <IdText value={receipt.id} />
        </dd>
        <dt>{t('receipt.proof')}</dt>
        <dd>{t('receipt.hashes', { count: receipt.proof.length })}</dd>
      </dl>
      <p className="receipt-acts">
        <ReasonedButton
          primary
          onClick={() => log && void verify(log.key)}
          reason={log ? null : t('receipt.noKey')}
        >
          {t('receipt.verify')}
        </ReasonedButton>
        <ReasonedButton
          onClick={() =>
            saveText(`receipt-${receipt.id}.json`, JSON.stringify(receipt, null, 2), 'application/json')
          }
        >
          {t('receipt.download')}
        </ReasonedButton>
      </p>
      {verdict ? <VerdictView verdict={verdict} verifierKey={log?.key ?? ''} /> : null}
    </section>
  );
}

function VerdictView({ verdict, verifierKey }: { readonly verdict: Verdict; readonly verifierKey: string }) {
  const { t } = useTranslation();
  if (verdict.kind === 'unavailable') {
    return <p className="verdict">{t('receipt.unavailable')}</p>;
  }
  const good = holds(verdict);
  return (
    <div className={`verdict ${good ? 'verdict-holds' : 'verdict-fails'}`} role="status">
      <b>{t(good ? 'receipt.holds' : 'receipt.fails')}</b>
      <ol>
        {CHECKS.filter((check) => verdict.checks[check] !== null).map((check) => (
          <li key={check} className={verdict.checks[check] ? '' : 'tone-stop'}>
            <Shape tone={verdict.checks[check] ? 'ok' : 'stop'} />
            <span>
              {t(`receipt.check.${check}`, { size: verdict.size === null ? t('none') : count(verdict.size) })}{' '}
              <b>{t(verdict.checks[check] ? 'receipt.passed' : 'receipt.failed')}</b>
            </span>
          </li>
        ))}
      </ol>
      <p className="small quiet">
        {t('receipt.keyNote')} <IdText value={verifierKey} ends={14} />
      </p>
    </div>
  );
}
