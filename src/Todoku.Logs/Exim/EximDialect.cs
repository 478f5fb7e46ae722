using Todoku.Logs.Dialects;

namespace Todoku.Logs.Exim;

/// <summary>
/// Exim 4 (its specification, chapter 53 "Log files"), from its own files (<see cref="EximMainLog"/>) or through syslog, where its
/// stamp may stand in the text again. After the message id a flag says what happened: <c>&lt;=</c> arrival, <c>=&gt;</c> delivery,
/// <c>-&gt;</c> delivery to a further recipient of the same transaction, <c>&gt;&gt;</c> delivery while the message came in, <c>*&gt;</c> delivery that was
/// only played, <c>**</c> failure, <c>==</c> deferral.
/// </summary>
internal sealed class EximDialect : ILogDialect
{
    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        daemon = 0;
        instanceLength = program.Length;
        return program.StartsWith("exim"u8) && (program.Length == 4 || program[4] is (byte)'4' or (byte)'-' or (byte)'_' or (byte)'/');
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line)
    {
        if (!EximSyslogPart.TrySkip(line.Text, out var text)) return LineOutcome.Understood;
        if (EximStamp.TryRead(text, out var stamp)) text = stamp.Text;
        if (!EximMessageId.TrySplit(text, out var id, out var rest)) return ReadServer(line, text);
        if (rest.Length < 3 || rest[2] != ' ') return ReadRemark(line, id, rest);
        return (rest[0], rest[1]) switch
        {
            ((byte)'<', (byte)'=') => EximArrivalLine.Read(line, id, rest[3..]),
            ((byte)'=' or (byte)'-' or (byte)'>' or (byte)'*', (byte)'>') or ((byte)'*', (byte)'*') or ((byte)'=', (byte)'=') =>
                EximDeliveryLine.Read(line, id, rest[..2], rest[3..]),
            _ => ReadRemark(line, id, rest),
        };
    }

    private static LineOutcome ReadRemark(in LogLine line, ReadOnlySpan<byte> id, ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("Completed"u8))
        {
            line.Add(LogEventKind.Removed, id);
            return LineOutcome.Understood;
        }
        if (text.StartsWith("H="u8)) return EximHostRemark.Read(line, text[2..]);
        return EximRemarks.IsOfMessage(text) ? Warn(line, text) : EximHostRemark.Read(line, text);
    }

    private static LineOutcome ReadServer(in LogLine line, ReadOnlySpan<byte> text) =>
        EximRemarks.IsOfServer(text) ? Warn(line, text) : LineOutcome.NotUnderstood;

    private static LineOutcome Warn(in LogLine line, ReadOnlySpan<byte> text)
    {
        if (!EximRemarks.IsTrouble(text)) return LineOutcome.Understood;
        ref var warned = ref line.Add(LogEventKind.Warned);
        warned.Text = line.Cut(text);
        warned.Name = line.Cut(line.Envelope.Program);
        return LineOutcome.Understood;
    }
}
