import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EntryRow } from '../api/model';
import { queries } from '../api/queries';
import { EntryWord } from '../evidence/EntryWord';
import { count, timeOf } from '../locales/format';
import { CountLink } from '../ui/CountLink';
import { Loaded } from '../ui/Loaded';

const SHOWN = 8;

/** What happened last: uses, refusals and acts as they are sealed. */
export function LatestEntries() {
  const { t } = useTranslation();
  const entries = useQuery(queries.entries({}, 1, SHOWN));
  return (
    <section className="panel latest">
      <h2>
        {t('home.latest')}
        <small>{t('home.latestNote')}</small>
        <span className="more">
          <CountLink to={{ rows: 'ALL' }}>
            {t('home.allEntries', {
              count: entries.data?.total ?? 0,
              total: count(entries.data?.total ?? 0),
            })}
          </CountLink>
        </span>
      </h2>
      <Loaded query={entries}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="pad quiet">{t('evidence.none')}</p>
          ) : (
            <table className="plain">
              <tbody>
                {rows.map((row) => (
                  <Row key={`${row.log}/${row.index}`} row={row} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

function Row({ row }: { readonly row: EntryRow }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className="nowrap quiet">{timeOf(row.at)}</td>
      <td>
        <EntryWord row={row} />
      </td>
      <td>
        {row.title}
        {row.reason === null ? null : <span className="quiet"> {row.reason}</span>}{' '}
        {row.clause === null ? null : <span className="chip">{t('clause', { id: row.clause })}</span>}
      </td>
      <td className="nowrap" lang="zh-CN">
        {row.party?.name}
      </td>
      <td className="right mono quiet">{count(row.index)}</td>
    </tr>
  );
}
