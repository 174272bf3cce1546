-- $1 from, $2 to: window asked for; $3 coverage_from, $4 coverage_to: months the data holds. All yyyymm.
(SELECT jsonb_build_object(
          'result', CASE WHEN count(*) FILTER (WHERE state = 'MISSING') > 0 THEN 'INTERRUPTED'
                         WHEN count(*) FILTER (WHERE state = 'PAID') > 0 THEN 'CONTINUOUS'
                         ELSE 'NOT_COVERED' END,
          'missingMonths', COALESCE(jsonb_agg(label ORDER BY label) FILTER (WHERE state = 'MISSING'), '[]'::jsonb),
          'monthsAsked', count(*),
          'monthsPaid', count(*) FILTER (WHERE state = 'PAID'),
          'monthsBeforeFirst', count(*) FILTER (WHERE state = 'BEFORE_FIRST'),
          'monthsOutsideData', count(*) FILTER (WHERE state = 'OUTSIDE_DATA'),
          'dataThrough', $4::int / 100 || '-' || right('0' || $4::int % 100, 2))
   FROM (SELECT month / 100 || '-' || right('0' || month % 100, 2) AS label,
                CASE WHEN month < $3::int OR month > $4::int THEN 'OUTSIDE_DATA'
                     WHEN month < r.first_month THEN 'BEFORE_FIRST'
                     WHEN array_position(r.paid_months, month) IS NULL THEN 'MISSING'
                     ELSE 'PAID' END AS state
           FROM (SELECT n / 12 * 100 + n % 12 + 1 AS month
                   FROM generate_series($1::int / 100 * 12 + $1::int % 100 - 1,
                                        $2::int / 100 * 12 + $2::int % 100 - 1) AS n) AS months) AS states)
