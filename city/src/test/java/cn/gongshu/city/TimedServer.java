package cn.gongshu.city;

/** A platform whose machine time is a {@link MovableClock}. */
public final class TimedServer {

    private TimedServer() {}

    public static CityServer start(ServerSettings settings) {
        return CityServer.start(settings, new MovableClock());
    }
}
