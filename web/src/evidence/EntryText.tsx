import { useTranslation } from 'react-i18next';
import type { EntryRow } from '../api/model';
import { useMandates, useProducts } from '../api/queries';

/** What an entry was about: the product; for a refusal also why and under which clause. */
export function EntryText({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation();
  const why = useWhy();
  const product = useProducts().data?.find((candidate) => candidate.code === row.product);
  return (
    <>
      {row.product === null ? <span className="quiet">{t('evidence.unknownProduct')}</span> : row.product}{' '}
      <span lang="zh-CN">{product?.name}</span>{' '}
      {row.code === null ? null : <span className="quiet">{why(row.code)}</span>}{' '}
      {row.clause === null ? null : <span className="chip">{t('clause', { id: row.clause })}</span>}
    </>
  );
}

/** A refusal's code in a few words; the code itself where there are none. */
function useWhy(): (code: string) => string {
  const { t } = useTranslation();
  const words: Record<string, string> = t('evidence.why', { returnObjects: true });
  return (code) => words[code] ?? code;
}

/** Who asked: by name where its subscription is known to this session. */
export function EntryRecipient({ row }: { readonly row: EntryRow }) {
  const subscription = useMandates().data?.find((link) => link.id === row.subscription);
  return <span lang="zh-CN">{subscription?.grantee.name ?? row.recipient}</span>;
}
