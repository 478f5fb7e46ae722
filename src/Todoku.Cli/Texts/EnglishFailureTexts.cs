namespace Todoku.Cli.Texts;

internal sealed class EnglishFailureTexts : FailureTexts
{
    public override string OutOfMemory => "memory ran out. Narrow the period with --since, or give fewer files at a time.";

    public override string Knowledge(string message) => $"--knowledge: {message}";

    public override string System(string message) => $"{message.TrimEnd('.')}. Check the path, the permissions and the free space.";

    public override string Unexpected(string message) =>
        $"this is a mistake in todoku, not in your log: {message}. Please report it with the command and, if you can, the log lines (--redact masks addresses).";
}
