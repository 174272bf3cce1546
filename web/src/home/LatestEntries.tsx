import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EntryRow } from '../api/model';
import { queries } from '../api/queries';
import { EntryRecipient, EntryText } from '../evidence/EntryText';
import { EntryWord } from '../evidence/EntryWord';
import { count, timeOf } from '../locales/format';
import { CountLink } from '../ui/CountLink';
import { Loaded } from '../ui/Loaded';

const SHOWN = 8;

/** What happened last: uses and refusals as they are sealed. */
export function LatestEntries() {
  const { t } = useTranslation();
  const entries = useQuery(queries.entries({}, 0));
  const total = entries.data?.total ?? 0;
  return (
    <section className="panel latest">
      <h2>
        {t('home.latest')}
        <small>{t('home.latestNote')}</small>
        <span className="more">
          <CountLink to={{ rows: 'all' }}>
            {t('home.allEntries', { count: total, total: count(total) })}
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
                {rows.slice(0, SHOWN).map((row) => (
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
  return (
    <tr>
      <td className="nowrap quiet">{timeOf(row.machineTime)}</td>
      <td>
        <EntryWord row={row} />
      </td>
      <td>
        <EntryText row={row} />
      </td>
      <td className="nowrap">
        <EntryRecipient row={row} />
      </td>
      <td className="right mono quiet">{count(row.index)}</td>
    </tr>
  );
}
