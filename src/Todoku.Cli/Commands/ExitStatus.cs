namespace Todoku.Cli.Commands;

/// <summary>What the program ends with; a contract with scripts (docs/commands.md).</summary>
internal static class ExitStatus
{
    /// <summary>Nothing that the sender must do.</summary>
    public const int Fine = 0;

    /// <summary>There are findings that the sender must act on.</summary>
    public const int Findings = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int WrongArguments = 2;

    /// <summary>The input can't be read, or was not understood.</summary>
    public const int Unreadable = 3;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;
}
