namespace Todoku.Cli.Sendmail;

/// <summary>What the command ends with, as programs that call sendmail know it (sysexits.h).</summary>
internal static class SendmailStatus
{
    /// <summary>The relay has the message, or it is kept until the relay fetches it.</summary>
    public const int Fine = 0;

    /// <summary>The arguments are wrong.</summary>
    public const int Usage = 64;

    /// <summary>The message is wrong: its header names no recipient, or one that is no address.</summary>
    public const int Data = 65;

    /// <summary>There is no such recipient here.</summary>
    public const int NoUser = 67;

    /// <summary>The relay refused the message.</summary>
    public const int Refused = 69;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 70;

    /// <summary>The message could not be read.</summary>
    public const int InputFailed = 74;

    /// <summary>Neither could the relay take the message now nor could it be kept: whoever calls has to try again.</summary>
    public const int NotKept = 75;

    /// <summary>The configuration that was named can't be read.</summary>
    public const int Configuration = 78;
}
