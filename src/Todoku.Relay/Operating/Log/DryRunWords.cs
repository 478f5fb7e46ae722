using Todoku.Relay.Policy.ReturnPaths;

namespace Todoku.Relay.Operating.Log;

/// <summary>What a Return-Path rule that is only tried would have done to a message, in a sentence.</summary>
internal static class DryRunWords
{
    /// <summary>The sentence.</summary>
    /// <param name="number">The message.</param>
    /// <param name="sender">The envelope sender that it goes out with.</param>
    /// <param name="result">What the rule came to.</param>
    public static string Of(string number, string sender, ReturnPathResult result)
    {
        var next = result.VerpDomain is { } domain ? $"one for each recipient under {domain}" : $"<{result.Sender}>";
        var why = result.HostDerived == HostDerivation.None ? "" : $", which {HostDerivations.Words(result.HostDerived)}";
        return $"{number}: dry run, {result.Rule?.Name} would send it with the envelope sender {next} instead of <{sender}>{why}";
    }
}
