using Todoku.Cli.Commands;
using Todoku.Cli.Texts;
using Todoku.Mail;

namespace Todoku.Cli.Apply;

/// <summary>Checks what is written into files of other programs: nothing that would be more than one word there.</summary>
internal static class ApplyValues
{
    private const int MaxLength = 320;

    // To a shell, to Postfix or to PHP.
    private const string Special = "\"'$`,;\\|&<>(){}";

    /// <summary>An address of mail.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string Address(string text, CliTexts texts, string example) =>
        text.Split('@') is [{ Length: > 0 } local, { Length: > 0 } domain] && IsWord(local) && IsDomain(domain) ? text : throw new UsageException(texts.Apply.BadAddress(text), example);

    /// <summary>An address, or a bare name of a user.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static string AddressOrUser(string text, CliTexts texts, string example) => !text.Contains('@', StringComparison.Ordinal) && IsWord(text) ? text : Address(text, texts, example);

    /// <summary>A full host name.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string HostName(string text, CliTexts texts, string example) =>
        IsDomain(text) && text.Contains('.', StringComparison.Ordinal) ? text : throw new UsageException(texts.Apply.BadHostName(text), example);

    /// <summary>A socket as Postfix writes it, or the name of a program.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string Word(string text, bool isFine, CliTexts texts, string example) =>
        isFine && text.Length is > 0 and <= MaxLength && text.All(c => c is > ' ' and < (char)0x7f && !Special.Contains(c, StringComparison.Ordinal))
            ? text : throw new UsageException(texts.Apply.BadWord(text), example);

    private static bool IsWord(string text) => text.Length is > 0 and <= MaxLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '=') && text[0] != '-';

    private static bool IsDomain(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && DomainName.TryParse(text, out var name) && !name.IsRoot;
}
