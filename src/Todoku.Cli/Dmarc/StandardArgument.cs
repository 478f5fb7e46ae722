using Todoku.Authentication.Dmarc;
using Todoku.Cli.Commands;
using Todoku.Cli.Texts;

namespace Todoku.Cli.Dmarc;

/// <summary>A value of <c>--rfc</c>.</summary>
internal static class StandardArgument
{
    private static readonly string[] Choices = ["9989", "7489"];

    /// <summary>Reads a value; RFC 9989 when none is given.</summary>
    /// <exception cref="UsageException">It is none of the choices.</exception>
    public static DmarcStandard Parse(string? value, UsageTexts texts, string example)
    {
        if (value is not null && !Choices.Contains(value)) throw new UsageException(texts.NotOneOf("--rfc", value, Choices), example);
        return value == "7489" ? DmarcStandard.Rfc7489 : DmarcStandard.Rfc9989;
    }
}
