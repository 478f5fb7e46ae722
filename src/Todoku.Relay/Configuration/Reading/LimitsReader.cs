using Todoku.Smtp.Server;
using Todoku.Smtp.Server.Hosting;

namespace Todoku.Relay.Configuration.Reading;

/// <summary>Reads <c>[limits]</c> and <c>[queue]</c>.</summary>
internal static class LimitsReader
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static LimitsConfiguration Read(ConfigurationTable table)
    {
        var (session, host, time) = (new SmtpServerLimits(), new SmtpHostLimits(), new SmtpServerTimeouts());
        var limits = new LimitsConfiguration
        {
            Session = session with
            {
                MessageSize = table.Size("message-size", session.MessageSize, 64 << 10, 2L << 30),
                Recipients = Number(table, "recipients", session.Recipients, 100, 30_000),
                Messages = Number(table, "messages-per-session", session.Messages, 1, 1_000_000),
                Errors = Number(table, "errors", session.Errors, 1, 1000),
                PasswordFailures = Number(table, "password-failures", session.PasswordFailures, 1, 100),
                ReceivedFields = Number(table, "received-fields", session.ReceivedFields, 25, 1000),
                CommandsPerMessage = Number(table, "commands-per-message", session.CommandsPerMessage, 200, 100_000),
                IdleCommands = Number(table, "idle-commands", session.IdleCommands, 20, 10_000),
            },
            Host = host with
            {
                Connections = Number(table, "connections", host.Connections, 1, 1_000_000),
                ConnectionsPerAddress = Number(table, "connections-per-address", host.ConnectionsPerAddress, 1, 1_000_000),
                ConnectionsFromLoopback = Number(table, "connections-from-loopback", host.ConnectionsFromLoopback, 1, 1_000_000),
            },
            Timeouts = time with
            {
                Command = table.Duration("command-time", Second, Day) ?? time.Command,
                FirstCommand = table.Duration("first-command-time", Second, Day) ?? time.FirstCommand,
                DataBlock = table.Duration("data-time", Second, Day) ?? time.DataBlock,
                Message = table.Duration("message-time", Second, Day) ?? time.Message,
                Session = table.Duration("session-time", Second, 30 * Day) ?? time.Session,
            },
        };
        table.Finish();
        return limits;
    }

    public static QueueConfiguration ReadQueue(ConfigurationTable table)
    {
        var usual = new QueueConfiguration();
        var queue = new QueueConfiguration
        {
            LeastFree = table.Size("least-free", usual.LeastFree, 1 << 20, 1L << 40),
        };
        table.Finish();
        return queue;
    }

    private static int Number(ConfigurationTable table, string key, int otherwise, int low, int high) => (int)table.Number(key, otherwise, low, high);
}
