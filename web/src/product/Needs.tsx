import { useTranslation } from 'react-i18next';
import type { Need, ProductDetail } from '../api/model';
import { minute } from '../locales/format';
import { ReadinessTag } from '../market/ReadinessTag';
import { CountLink } from '../ui/CountLink';
import { StateTag } from '../ui/StateTag';
import { Zh } from '../ui/Zh';

const TONES = { COLLECTED: 'ok', TO_BE_COLLECTED: 'warn', MISSING: 'stop' } as const;

/** The items a product is made of, with their collection state and the snapshot the present version reads. */
export function Needs({ product }: { readonly product: ProductDetail }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>
        {t('product.needs')}
        <span className="more">
          <ReadinessTag readiness={product.readiness} />
        </span>
      </h2>
      <table className="plain">
        <tbody>
          {product.needs.map((need) => (
            <NeedRow key={need.name} need={need} product={product} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function NeedRow({ need, product }: { readonly need: Need; readonly product: ProductDetail }) {
  const { t } = useTranslation();
  const snapshot = product.active?.snapshots.find((candidate) => candidate.item === need.item);
  return (
    <tr>
      <td>
        {need.item ? (
          <CountLink to={{ item: need.item }}>
            <span className="mono">{need.item}</span> <Zh>{need.name}</Zh>
          </CountLink>
        ) : (
          <Zh>{need.name}</Zh>
        )}
        {snapshot ? (
          <div className="small quiet">
            {snapshot.loadedAt
              ? t('product.snapshot', { snapshot: snapshot.snapshot, at: minute(snapshot.loadedAt) })
              : t('product.olderSnapshot', { snapshot: snapshot.snapshot })}
          </div>
        ) : null}
      </td>
      <td className="right">
        <StateTag tone={TONES[need.state]} word={t(`need.${need.state}`)} />
      </td>
    </tr>
  );
}
