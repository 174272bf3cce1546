package cn.gongshu.postgres;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import org.jspecify.annotations.Nullable;

/** Why an embedded server could not be started, one sentence each in Chinese and English with what to do. */
enum StartProblem {
    FOLDER_UNWRITABLE(
            "无法写入数据目录 %1$s，请检查目录是否存在、权限是否足够",
            "The folder %1$s cannot be written: check that it exists and that this user may write to it"),
    FOLDER_IN_USE(
            "数据目录 %1$s 正由另一个运行中的程序使用，请先停止它或换一个目录",
            "The folder %1$s is in use by another running instance: stop it first or choose another folder"),
    DISK_FULL("数据目录 %1$s 所在磁盘空间不足，请清理后重试", "The disk under %1$s is full: free some space and start again"),
    PORT_IN_USE(
            "数据库端口 %1$s 已被占用，请换一个端口或停止占用它的程序",
            "Database port %1$s is in use: choose another port or stop the program that holds it"),
    NO_BINARIES(
            "没有适用于 %1$s 的内置 PostgreSQL，请加入相应的程序包，或用地址连接外部 PostgreSQL",
            "There is no embedded PostgreSQL for %1$s: add the binaries for it or connect to a PostgreSQL by URL"),
    NO_ACCOUNT(
            "PostgreSQL 不能以 root 运行，而这里既不能换用普通用户也不能建立用户命名空间，请以普通用户启动",
            "PostgreSQL refuses to run as root, and neither another account nor a user namespace can be used here:"
                    + " start as an ordinary user"),
    OTHER_VERSION(
            "数据目录 %1$s 由 PostgreSQL %2$s 建立，本程序自带 %3$s，请先用原版本备份再恢复",
            "The folder %1$s was made by PostgreSQL %2$s and this program brings %3$s: back up with the old version"
                    + " and restore here"),
    PASSWORD_LOST(
            "数据目录 %1$s 的口令文件缺失或与数据库不符，请从备份恢复该文件",
            "The password file of %1$s is missing or does not match the database: restore it from the backup"),
    ORPHAN_STAYS(
            "上次遗留的数据库进程 %1$s 无法停止，请手动结束后重试",
            "The database process %1$s left by an earlier run cannot be stopped: end it and start again"),
    TOO_SLOW("数据库在 %1$s 秒内未能就绪，请查看日志 %2$s", "The database was not ready within %1$s seconds: see its log %2$s"),
    FAILED("数据库未能启动（%1$s），请查看日志 %2$s", "The database did not start (%1$s): see its log %2$s");

    private final String zh;
    private final String en;

    StartProblem(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    Fault fault(Object... details) {
        return because(null, details);
    }

    Fault because(@Nullable Throwable cause, Object... details) {
        return new Fault(
                ErrorCode.DATABASE_UNREACHABLE, zh.formatted(details) + "。" + en.formatted(details) + ".", cause);
    }

    /** True when a message of the operating system or the server says that no space is left. */
    static boolean diskFull(@Nullable String message) {
        return message != null && (message.contains("No space left on device") || message.contains("Disk quota"));
    }
}
