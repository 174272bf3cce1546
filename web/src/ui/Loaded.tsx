import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemIn, RefusedError } from '../api/refused';
import { Refusal } from './Refusal';

type Props<T> = {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
};

/**
 * What a query gave; while there is nothing yet, that it is on its way; where it was refused, why. What was shown before a
 * refusal is not shown any more; a connection that is lost for a moment takes nothing away.
 */
export function Loaded<T>({ query, children }: Props<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined && !(query.error instanceof RefusedError)) {
    return children(query.data);
  }
  if (query.isError) {
    return <Refusal problem={problemIn(query.error)} what={t('refusal.notLoaded')} />;
  }
  return (
    <p className="pad quiet" role="status">
      {t('loading')}
    </p>
  );
}
