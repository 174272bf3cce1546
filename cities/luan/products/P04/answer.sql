-- s: the serving row. :months: how many months back the trend is read; :coverage_to: last month the data holds, yyyymm.
-- Trend: insured person-months of the last third against the first third of those months; a change counts when it is
-- ten percent or more and at least two people on average.
CASE WHEN s.people IS NOT NULL THEN
(WITH heads AS (
   SELECT n / 12 * 100 + n % 12 + 1 AS month,
          :coverage_to::int / 100 * 12 + :coverage_to::int % 100 - 1 - n AS age,
          COALESCE(due.people, 0) AS people
     FROM generate_series(:coverage_to::int / 100 * 12 + :coverage_to::int % 100 - GREATEST(:months::int, 12),
                          :coverage_to::int / 100 * 12 + :coverage_to::int % 100 - 1) AS n
     LEFT JOIN (SELECT month, count(*) AS people FROM unnest(s.due_months) AS month GROUP BY month) AS due
            ON due.month = n / 12 * 100 + n % 12 + 1),
 figures AS (
   SELECT max(people) FILTER (WHERE age = 0) AS today,
          sum(people) FILTER (WHERE age >= :months::int - :months::int / 3 AND age < :months::int) AS earlier,
          sum(people) FILTER (WHERE age < :months::int / 3) AS later,
          max(people) FILTER (WHERE age = :months::int - 1) AS oldest,
          count(*) FILTER (WHERE age < 12 AND array_position(s.arrears_months, month) IS NOT NULL) AS arrears,
          sum(people) FILTER (WHERE age < 12) AS year
     FROM heads),
 bands AS (
   SELECT today, oldest, arrears,
          CASE WHEN today = 0 THEN 'NONE' WHEN today < 10 THEN '1-9' WHEN today < 50 THEN '10-49'
               WHEN today < 200 THEN '50-199' ELSE '200+' END AS headcount,
          CASE WHEN year = 0 THEN 'NONE' WHEN arrears = 0 THEN 'REGULAR' WHEN arrears < 3 THEN 'MOSTLY_REGULAR'
               ELSE 'IRREGULAR' END AS regularity,
          CASE WHEN later * 100 >= earlier * 110 AND later - earlier >= 2 * (:months::int / 3) THEN 'GROWING'
               WHEN later * 100 <= earlier * 90 AND earlier - later >= 2 * (:months::int / 3) THEN 'SHRINKING'
               ELSE 'STABLE' END AS trend
     FROM figures)
 SELECT jsonb_build_object(
          'headcountBand', headcount,
          'regularityBand', regularity,
          'trend', trend,
          'reasonCodes', to_jsonb(array_remove(ARRAY[
            CASE WHEN arrears > 0 THEN 'ARREARS_IN_12_MONTHS' END,
            CASE WHEN trend = 'SHRINKING' THEN 'HEADCOUNT_DOWN' END,
            CASE WHEN trend = 'GROWING' THEN 'HEADCOUNT_UP' END,
            CASE WHEN today = 0 THEN 'NO_CURRENT_CONTRIBUTION' END,
            CASE WHEN s.firm_status <> 'OPEN' THEN 'REGISTRATION_NOT_OPEN' END,
            CASE WHEN oldest = 0 THEN 'SHORT_HISTORY' END,
            CASE WHEN s.people_paused * 10 >= s.people THEN 'STAFF_UNINSURED_NOW' END], NULL)),
          'monthsAssessed', :months::int,
          'dataThrough', :coverage_to::int / 100 || '-' || right('0' || :coverage_to::int % 100, 2))
   FROM bands)
END
