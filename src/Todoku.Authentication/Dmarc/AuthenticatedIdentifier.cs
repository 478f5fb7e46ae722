namespace Todoku.Authentication.Dmarc;

/// <summary>A domain and what SPF or DKIM made of it; only one with the result "pass" counts (RFC 9989, section 3.2.1).</summary>
/// <param name="Mechanism">Which of them.</param>
/// <param name="Domain">The domain, as the message has it; a stranger wrote it.</param>
/// <param name="Result">The result in the words of RFC 8601: "pass", "fail".</param>
public sealed record AuthenticatedIdentifier(AuthenticationMechanism Mechanism, string Domain, string Result)
{
    /// <summary>Whether it is authenticated.</summary>
    public bool IsPass => Has("pass");

    /// <summary>Whether DNS errors left open whether it is.</summary>
    public bool IsTemporary => Has("temperror");

    private bool Has(string word) => Result.Equals(word, StringComparison.OrdinalIgnoreCase);
}
