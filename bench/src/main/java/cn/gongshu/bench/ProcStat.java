package cn.gongshu.bench;

/**
 * One line of {@code /proc/PID/stat}, as far as it is needed (proc_pid_stat(5)).
 *
 * @param pid process id
 * @param parent its parent's
 * @param ticks processor time in clock ticks, user and system, with that of the children it waited for
 */
record ProcStat(long pid, long parent, long ticks) {

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    /**
     * Reads a line. The name in the second field may hold blanks and parentheses, so fields are counted from the last
     * closing one.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static ProcStat parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 0 || close < open) {
            throw new IllegalArgumentException("no name in parentheses");
        }
        String[] fields = line.substring(close + 1).strip().split(" ", -1);
        if (fields.length <= CHILDREN_SYSTEM) {
            throw new IllegalArgumentException("only " + fields.length + " fields after the name");
        }
        long ticks = 0;
        for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return new ProcStat(Long.parseLong(line.substring(0, open).strip()), Long.parseLong(fields[PARENT]), ticks);
    }
}
