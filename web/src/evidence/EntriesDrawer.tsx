import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { EntryRow } from '../api/model';
import { type EntryFilter, queries } from '../api/queries';
import { count, instant } from '../locales/format';
import { Loaded } from '../ui/Loaded';
import { Money } from '../ui/Money';
import { Side } from '../ui/Side';
import './entries.css';
import { EntryRecipient, EntryText } from './EntryText';
import { EntryWord } from './EntryWord';

const KINDS = ['use', 'refusal'] as const;

/** The sealed entries behind a count: the filter it came with, said in words, and its rows, newest first. */
export default function EntriesDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const [page, setPage] = useState(0);
  const filter = filterIn(parameters);
  const entries = useQuery({ ...queries.entries(filter, page), placeholderData: keepPreviousData });
  const total = entries.data?.total ?? 0;
  const words = [
    filter.kind ? t(`evidence.kind.${filter.kind}`) : t('evidence.all'),
    filter.product,
    filter.mandate,
    filter.date,
  ].filter(Boolean);
  return (
    <Side title={t('evidence.entries', { count: total, total: count(total) })} wide onClose={onClose}>
      <p className="quiet entries-filter">{words.join(' \u00b7 ')}</p>
      <Loaded query={entries}>
        {(data) => (
          <Table<EntryRow>
            className="entries"
            size="small"
            rowKey={(row) => `${row.log}/${row.index}`}
            columns={columnsOf(filter.kind)}
            dataSource={data.rows}
            pagination={{
              current: page + 1,
              pageSize: data.size,
              total: data.total,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: (chosen) => setPage(chosen - 1),
            }}
            locale={{ emptyText: t('evidence.none') }}
            scroll={{ x: 780 }}
          />
        )}
      </Loaded>
    </Side>
  );

  function columnsOf(kind: EntryFilter['kind']): TableColumnsType<EntryRow> {
    const columns: TableColumnsType<EntryRow> = [
      {
        title: t('evidence.index'),
        width: 86,
        align: 'right',
        render: (_, row) => <span className="mono">{count(row.index)}</span>,
      },
      {
        title: t('evidence.at'),
        width: 142,
        render: (_, row) => <span className="nowrap">{instant(row.machineTime)}</span>,
      },
      { title: t('evidence.what'), width: 86, render: (_, row) => <EntryWord row={row} /> },
      { title: t('evidence.title'), render: (_, row) => <EntryText row={row} /> },
      { title: t('evidence.party'), width: 168, render: (_, row) => <EntryRecipient row={row} /> },
    ];
    const charge: TableColumnsType<EntryRow> = [
      {
        title: t('evidence.charge'),
        width: 78,
        align: 'right',
        render: (_, row) => (row.chargeFen === null ? null : <Money fen={row.chargeFen} />),
      },
    ];
    // Only uses are charged.
    return kind === 'refusal' ? columns : [...columns, ...charge];
  }
}

function filterIn(parameters: URLSearchParams): EntryFilter {
  const kind = KINDS.find((known) => known === parameters.get('rows'));
  const product = parameters.get('product');
  const mandate = parameters.get('mandate');
  const date = parameters.get('date');
  return {
    ...(kind && { kind }),
    ...(product && { product }),
    ...(mandate && { mandate }),
    ...(date && { date }),
  };
}
