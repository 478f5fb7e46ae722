using System.Net;
using Todoku.Relay.Delivery.Engine;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads the smaller tables: <c>[http]</c>, <c>[sendmail]</c>, <c>[delivery]</c>, <c>[log]</c>, <c>[metrics]</c>, <c>[control]</c>.</summary>
internal static class DoorReader
{
    private const int MetricsPort = 9125;

    public static HttpConfiguration? ReadHttp(ConfigurationTable root)
    {
        var table = root.Child("http");
        if (!root.Has("http")) return null;
        var place = table.EndPoint("address");
        if (!table.Has("address")) table.FailMissing("address", "\"127.0.0.1:8025\"");
        var keys = table.FilePath("keys");
        if (!table.Has("keys")) table.FailMissing("keys", "\"/etc/todoku/api-keys\"");
        if (keys is not null) FileChecks.SecretFile(table, "keys", keys, "todoku relay apikey NAME");
        var certificate = ListenReader.Certificate(table);
        if (place is not null && certificate is null && !IPAddress.IsLoopback(place.Address) && !table.Has("certificate")) table.Fail("address", table.Texts.HttpNeedsTls);
        var usual = new HttpConfiguration(new IPEndPoint(IPAddress.Loopback, 0), "");
        var time = table.Duration("status-time", TimeSpan.Zero, TimeSpan.FromDays(366)) ?? usual.StatusTime;
        var recipients = (int)table.Number("status-recipients", usual.StatusRecipients, 1, 100_000_000);
        table.Finish();
        return place is null || keys is null ? null : new HttpConfiguration(place, keys) { Certificate = certificate, StatusTime = time, StatusRecipients = recipients };
    }

    public static SendmailConfiguration? ReadSendmail(ConfigurationTable root)
    {
        var table = root.Child("sendmail");
        var usual = new SendmailConfiguration();
        var sendmail = new SendmailConfiguration { Socket = table.FilePath("socket") ?? usual.Socket, Spool = table.FilePath("spool") ?? usual.Spool };
        table.Finish();
        return root.Has("sendmail") ? sendmail : null;
    }

    public static DeliveryOptions ReadDelivery(ConfigurationTable table)
    {
        var usual = new DeliveryOptions();
        var warns = table.Switch("delay-warnings", true);
        var warning = table.Duration("delay-warning-after", TimeSpan.FromMinutes(10), TimeSpan.FromDays(7)) ?? usual.DelayWarning;
        var delivery = usual with
        {
            Concurrency = (int)table.Number("connections", usual.Concurrency, 1, 20_000),
            Recipients = (int)table.Number("recipients", usual.Recipients, 1, 1000),
            IdleConnection = table.Duration("idle-connection", TimeSpan.Zero, TimeSpan.FromMinutes(5)) ?? usual.IdleConnection,
            DelayWarning = warns ? warning : null,
            GiveUpAge = table.Duration("give-up-after", TimeSpan.FromHours(1), TimeSpan.FromDays(14)) ?? usual.GiveUpAge,
            Cache = table.Size("memory", usual.Cache, 0, 16L << 30),
            Grace = table.Duration("stop-time", TimeSpan.Zero, TimeSpan.FromMinutes(10)) ?? usual.Grace,
        };
        table.Finish();
        return delivery;
    }

    public static LogConfiguration ReadLog(ConfigurationTable table)
    {
        var log = new LogConfiguration { File = table.FilePath("file"), KeepsAllTraces = table.Switch("traces", false) };
        table.Finish();
        return log;
    }

    public static IPEndPoint? ReadMetrics(ConfigurationTable root)
    {
        var table = root.Child("metrics");
        var place = table.EndPoint("address");
        if (root.Has("metrics") && !table.Has("address")) place = new IPEndPoint(IPAddress.Loopback, MetricsPort);
        table.Finish();
        return place;
    }

    public static string ReadControl(ConfigurationTable table, string dataFolder)
    {
        var socket = table.FilePath("socket") ?? Path.Combine(dataFolder, RelayConfiguration.ControlSocketName);
        table.Finish();
        return socket;
    }
}
