import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProductDetail, UseAnswer } from '../api/model';
import { useMandates } from '../api/queries';
import { problemIn } from '../api/refused';
import { ReceiptCard } from '../evidence/ReceiptCard';
import { useMay, useSession } from '../session/store';
import { Refusal } from '../ui/Refusal';
import { AnswerView } from './AnswerView';
import { type CallValues, call } from './call';
import { CallForm } from './CallForm';
import './TryIt.css';

/** The console: a real call through the product door with one's own key, the answer or the refusal, and the receipt. */
export function TryIt({ product }: { readonly product: ProductDetail }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const mayCall = useMay('CALL_PRODUCT');
  const organisation = useSession()?.user.organisation.id;
  const subscriptions = (useMandates().data ?? []).filter(
    (link) =>
      link.kind === 'SUBSCRIPTION' && link.product?.code === product.code && link.grantee.id === organisation,
  );
  const use = useMutation({
    mutationFn: (values: CallValues) => call(product, values),
    // A use, or its refusal, is an entry: every count on the page has moved.
    onSettled: () => cache.invalidateQueries(),
  });
  const barred = mayCall ? null : t('try.onlyConsumers');
  return (
    <section className="panel try">
      <h2>
        {t('try.title')} <small>{t('try.note')}</small>
      </h2>
      {barred === null ? (
        <div className="try-columns">
          <CallForm
            product={product}
            subscriptions={subscriptions}
            busy={use.isPending}
            onCall={(values) => use.mutate(values)}
          />
          <div className="pad try-result" aria-live="polite">
            {use.isIdle ? <p className="quiet">{t('try.nothingYet')}</p> : null}
            {use.isPending ? <p className="quiet">{t('try.asking')}</p> : null}
            {use.error ? <Refusal problem={problemIn(use.error)} what={t('try.refused')} /> : null}
            {use.data ? <Answered product={product} answer={use.data} /> : null}
          </div>
        </div>
      ) : (
        <p className="pad quiet">{barred}</p>
      )}
    </section>
  );
}

function Answered({ product, answer }: { readonly product: ProductDetail; readonly answer: UseAnswer }) {
  return (
    <>
      <AnswerView product={product} answer={answer} />
      <ReceiptCard key={answer.receipt.id} receipt={answer.receipt} data={answer.data} product={product} />
    </>
  );
}
