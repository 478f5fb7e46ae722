using Todoku.Cli.Batch;
using Todoku.Cli.Terminal;

namespace Todoku.Cli.Messages;

/// <summary>A line of a batch about messages: <c>file</c> and <c>time</c>.</summary>
internal static class BatchMessage
{
    /// <summary>The message.</summary>
    /// <exception cref="JsonLineException">The line names none.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static MessageFile Read(JsonLineRequest line) => MessageFile.Read(line.RequiredText("file"));

    /// <summary>The time as of which it is verified: the line's, else that of the command line, else now.</summary>
    /// <exception cref="JsonLineException">The line's is none.</exception>
    public static DateTimeOffset Time(JsonLineRequest line, DateTimeOffset? given, CliConsole console)
    {
        if (line.Number("time") is not { } seconds) return given ?? console.Time.GetUtcNow();
        return MessageTime.Of(seconds) ?? throw new JsonLineException("\"time\" is no time");
    }
}
