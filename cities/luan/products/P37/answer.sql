-- s: the serving row. :from, :to: window asked for; :coverage_from, :coverage_to: months the data holds. All yyyymm.
CASE WHEN s.first_month IS NOT NULL THEN
(SELECT jsonb_build_object(
          'result', CASE WHEN count(*) FILTER (WHERE state = 'MISSING') > 0 THEN 'INTERRUPTED'
                         WHEN count(*) FILTER (WHERE state = 'PAID') > 0 THEN 'CONTINUOUS'
                         ELSE 'NOT_COVERED' END,
          'missingMonths', COALESCE(jsonb_agg(label ORDER BY label) FILTER (WHERE state = 'MISSING'), '[]'::jsonb),
          'monthsAsked', count(*),
          'monthsPaid', count(*) FILTER (WHERE state = 'PAID'),
          'monthsBeforeFirst', count(*) FILTER (WHERE state = 'BEFORE_FIRST'),
          'monthsOutsideData', count(*) FILTER (WHERE state = 'OUTSIDE_DATA'),
          'dataThrough', :coverage_to::int / 100 || '-' || right('0' || :coverage_to::int % 100, 2))
   FROM (SELECT month / 100 || '-' || right('0' || month % 100, 2) AS label,
                CASE WHEN month < :coverage_from::int OR month > :coverage_to::int THEN 'OUTSIDE_DATA'
                     WHEN month < s.first_month THEN 'BEFORE_FIRST'
                     WHEN array_position(s.paid_months, month) IS NULL THEN 'MISSING'
                     ELSE 'PAID' END AS state
           FROM (SELECT n / 12 * 100 + n % 12 + 1 AS month
                   FROM generate_series(:from::int / 100 * 12 + :from::int % 100 - 1,
                                        :to::int / 100 * 12 + :to::int % 100 - 1) AS n) AS months) AS states)
END
