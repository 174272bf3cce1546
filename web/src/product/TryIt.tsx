import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Coded, Mandate, Problem, ProductDetail, UseAnswer } from '../api/model';
import { useMandates } from '../api/queries';
import { problemIn } from '../api/refused';
import { ReceiptCard } from '../evidence/ReceiptCard';
import { useMay, useSession } from '../session/store';
import { Loaded } from '../ui/Loaded';
import { Refusal } from '../ui/Refusal';
import { AnswerView } from './AnswerView';
import { type CallValues, call } from './call';
import { CallForm } from './CallForm';
import './TryIt.css';

type Props = { readonly product: ProductDetail; readonly purposes: readonly Coded[] };

/** The console: a real call through the product door with one's own key, the answer or the refusal, and the receipt. */
export function TryIt({ product, purposes }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const mayCall = useMay('ISSUE_API_KEY');
  const organisation = useSession()?.user.organisation.id;
  const mandates = useMandates();
  const isOwn = (link: Mandate) =>
    link.kind === 'SUBSCRIPTION' && link.product?.code === product.code && link.grantee.id === organisation;
  const use = useMutation({
    mutationFn: (values: CallValues) => call(product, values),
    // A use, or its refusal, is an entry: every count on the page has moved.
    onSettled: () => cache.invalidateQueries(),
  });
  return (
    <section className="panel try">
      <h2>
        {t('try.title')} <small>{t('try.note')}</small>
      </h2>
      {mayCall ? (
        <div className="try-columns">
          <Loaded query={mandates}>
            {(links) => (
              <CallForm
                product={product}
                purposes={purposes}
                subscriptions={links.filter(isOwn)}
                busy={use.isPending}
                onCall={(values) => use.mutate(values)}
              />
            )}
          </Loaded>
          <div className="pad try-result" aria-live="polite">
            {use.isIdle ? <p className="quiet">{t('try.nothingYet')}</p> : null}
            {use.isPending ? <p className="quiet">{t('try.asking')}</p> : null}
            {use.error ? <RefusedNow product={product} problem={problemIn(use.error)} /> : null}
            {use.data ? <Answered product={product} answer={use.data} /> : null}
          </div>
        </div>
      ) : (
        <p className="pad quiet">{t('try.onlyConsumers')}</p>
      )}
    </section>
  );
}

/** A refusal; one of a use repeated with its idempotency key brings the receipt of the first, without the data. */
function RefusedNow({ product, problem }: { readonly product: ProductDetail; readonly problem: Problem }) {
  const { t } = useTranslation();
  return (
    <>
      <Refusal problem={problem} what={t('try.refused')} />
      {problem.receipt ? <ReceiptCard receipt={problem.receipt} product={product} /> : null}
    </>
  );
}

function Answered({ product, answer }: { readonly product: ProductDetail; readonly answer: UseAnswer }) {
  return (
    <>
      <AnswerView product={product} answer={answer} />
      <ReceiptCard key={answer.receipt.id} receipt={answer.receipt} answer={answer} product={product} />
    </>
  );
}
