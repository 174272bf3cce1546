import { useTranslation } from 'react-i18next';
import type { ProductDetail } from '../api/model';
import { minute } from '../locales/format';
import { StateTag } from '../ui/StateTag';
import { Zh } from '../ui/Zh';

/** What must be in order before the product may be used, with its clause, who did it and when. */
export function Gates({ product }: { readonly product: ProductDetail }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('product.gates')}</h2>
      <table className="plain">
        <tbody>
          {product.gates.map((gate) => (
            <tr key={gate.kind}>
              <td>
                {t(`gate.${gate.kind}`)} <span className="chip">{t('clause', { id: gate.clause })}</span>
                <div className="small quiet">
                  {gate.at ? minute(gate.at) : null} {gate.by ? <Zh>{gate.by}</Zh> : null}
                </div>
              </td>
              <td className="right">
                {gate.needed ? (
                  <StateTag
                    tone={gate.done ? 'ok' : 'draft'}
                    word={t(gate.done ? 'gate.done' : 'gate.open')}
                  />
                ) : (
                  <span className="quiet">{t('gate.notNeeded')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
