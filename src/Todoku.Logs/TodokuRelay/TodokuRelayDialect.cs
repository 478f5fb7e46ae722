using Todoku.Logs.Dialects;

namespace Todoku.Logs.TodokuRelay;

/// <summary>
/// What Todoku's relay says of itself (<c>todoku/relay</c>) and of mail that comes back (<c>todoku/returned</c>). Its deliveries it writes as Postfix does
/// (<c>todoku/smtp</c>), and they are read as Postfix's.
/// </summary>
internal sealed class TodokuRelayDialect : ILogDialect
{
    private const int Itself = 0;
    private const int Returned = 1;

    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        instanceLength = "todoku"u8.Length;
        daemon = program.SequenceEqual("todoku/relay"u8) ? Itself : Returned;
        return daemon == Itself || program.SequenceEqual("todoku/returned"u8);
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line)
    {
        if (line.Daemon != Itself || PathLine.TryRead(line) || !line.Text.StartsWith("error: "u8)) return LineOutcome.Understood;
        ref var warned = ref line.Add(LogEventKind.Warned);
        warned.Text = line.Cut(line.Text);
        warned.Name = line.Cut(line.Envelope.Program);
        return LineOutcome.Understood;
    }
}
