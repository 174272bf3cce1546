import { useTranslation } from 'react-i18next';
import type { ProductDetail } from '../api/model';
import { minute } from '../locales/format';
import type { Node } from '../mandate/standing';
import { StateTag } from '../ui/StateTag';
import { Zh } from '../ui/Zh';

type Filed = Omit<ProductDetail['gates'][number], 'kind'>;

/** What must be in order before the product may be used, with its clause, who did it and when. */
export function Gates({
  product,
  approval,
}: {
  readonly product: ProductDetail;
  readonly approval: Node | null;
}) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('product.gates')}</h2>
      <table className="plain">
        <tbody>
          {product.gates.map((gate) => (
            <GateRow key={gate.kind} title={t(`gate.${gate.kind}`)} gate={gate} />
          ))}
          <GateRow title={t('gate.GO_LIVE_APPROVAL')} gate={approved(approval)} />
        </tbody>
      </table>
    </section>
  );
}

/** The agency's yes is itself a link of the chain. */
function approved(approval: Node | null): Filed {
  const given = approval !== null && approval.standing !== 'WAITING';
  const since = approval?.mandate.since;
  return {
    needed: true,
    done: given,
    at: given ? (since?.at ?? null) : null,
    by: given ? (since?.by ?? null) : null,
    clause: 'R075',
  };
}

function GateRow({ title, gate }: { readonly title: string; readonly gate: Filed }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>
        {title} <span className="chip">{t('clause', { id: gate.clause })}</span>
        <div className="small quiet">
          {gate.at ? minute(gate.at) : null} {gate.by ? <Zh>{gate.by}</Zh> : null}
        </div>
      </td>
      <td className="right">
        {gate.needed ? (
          <StateTag tone={gate.done ? 'ok' : 'draft'} word={t(gate.done ? 'gate.done' : 'gate.open')} />
        ) : (
          <span className="quiet">{t('gate.notNeeded')}</span>
        )}
      </td>
    </tr>
  );
}
