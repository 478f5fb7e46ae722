namespace Todoku.Authentication.AuthenticationResults;

/// <summary>What one method said (RFC 8601, section 2.2, resinfo).</summary>
/// <param name="Method">The method, in lower case: spf, dkim, dmarc, arc.</param>
/// <param name="Result">Its result, in lower case: pass, fail.</param>
public sealed record MethodResult(string Method, string Result)
{
    /// <summary>The version of the method, when it is said.</summary>
    public int? Version { get; init; }

    /// <summary>Why, for people; empty when it is not said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What stands in parentheses behind the result, for people; empty when there is nothing.</summary>
    public string Comment { get; init; } = "";

    /// <summary>What the method looked at, in order.</summary>
    public IReadOnlyList<ResultProperty> Properties { get; init; } = [];

    /// <summary>The value of a property; null when there is none.</summary>
    public string? Property(string type, string name) =>
        Properties.FirstOrDefault(property => property.Type == type && property.Name == name)?.Value;
}
