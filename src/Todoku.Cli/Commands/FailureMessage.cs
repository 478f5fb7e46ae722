using Todoku.Cli.Terminal;
using Todoku.Cli.Texts;
using Todoku.Diagnosis.Reports.Escaping;
using Todoku.Dns.Zones;
using Todoku.Knowledge;

namespace Todoku.Cli.Commands;

/// <summary>The one place that turns an exception into a message with what to do, and an exit status. Nobody ever sees a stack trace.</summary>
internal sealed class FailureMessage(CliConsole console, CliTexts texts)
{
    /// <summary>Runs a verb.</summary>
    public int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OutputClosedException)
        {
            return ExitStatus.Fine;
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Interrupted;
        }
        catch (Exception error)
        {
            var (message, status) = Of(error);
            Tell(message);
            return status;
        }
    }

    private (string Message, int Status) Of(Exception error) => error switch
    {
        UsageException usage => ($"{usage.Message}\n{texts.Usage.Example(usage.Example)}", ExitStatus.WrongArguments),
        UnreadableException unreadable => (unreadable.Message, ExitStatus.Unreadable),
        ZoneFileException zone => (texts.Dns.BadZone(zone), ExitStatus.WrongArguments),
        KnowledgeException knowledge => (texts.Failure.Knowledge(knowledge.Message), ExitStatus.WrongArguments),
        AggregateException { InnerExceptions: [var inner, ..] } => Of(inner),
        OutOfMemoryException => (texts.Failure.OutOfMemory, ExitStatus.Unreadable),
        UnauthorizedAccessException or IOException => (texts.Failure.System(error.Message), ExitStatus.Unreadable),
        _ => (texts.Failure.Unexpected($"{error.GetType().Name}: {error.Message}"), ExitStatus.Unreadable),
    };

    private void Tell(string message)
    {
        foreach (var line in message.Split('\n')) console.Error.WriteLine($"todoku: {VisibleText.Escape(line)}");
    }
}
