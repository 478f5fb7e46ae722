namespace Todoku.Logs.Dialects;

/// <summary>The log language of one mail program or family. Stateless: one instance serves all threads.</summary>
internal interface ILogDialect
{
    /// <summary>Whether lines with this tag are this dialect's.</summary>
    /// <param name="program">The tag without pid: <c>postfix-out/smtp</c>.</param>
    /// <param name="daemon">Which of its daemons, in the dialect's own numbers.</param>
    /// <param name="instanceLength">How many bytes of the tag, from its start, name the instance.</param>
    bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength);

    /// <summary>Reads one line and adds the events it tells of.</summary>
    LineOutcome Read(in LogLine line);
}
