package cn.gongshu.bench;

/**
 * Processor time, user and system.
 *
 * @param server of the server process, in nanoseconds
 * @param database of the database processes that work for it, in nanoseconds
 */
public record Cpu(long server, long database) {

    /** Of a side without a database. */
    public static Cpu of(long server) {
        return new Cpu(server, 0);
    }

    long total() {
        return server + database;
    }

    public Cpu since(Cpu before) {
        return new Cpu(server - before.server, database - before.database);
    }

    Cpu plus(Cpu other) {
        return new Cpu(server + other.server, database + other.database);
    }
}
