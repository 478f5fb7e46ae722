namespace Todoku.Authentication.AuthenticationResults;

/// <summary>An Authentication-Results field (RFC 8601, section 2.2): what a server found out about a message.</summary>
/// <param name="AuthservId">Who says it; empty where a field begins with a result, against the grammar.</param>
/// <param name="Methods">What each method said; empty when the field says "none" or nothing that can be read.</param>
public sealed record AuthenticationResultsField(string AuthservId, IReadOnlyList<MethodResult> Methods)
{
    /// <summary>The version of the format that is known.</summary>
    public const int KnownVersion = 1;

    /// <summary>The version that the field says it has; 1 by default.</summary>
    public int Version { get; init; } = KnownVersion;

    /// <summary>How many parts between semicolons could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Whether the field keeps to the grammar as far as it was read.</summary>
    public bool IsWellFormed { get; init; } = true;

    /// <summary>Whether the version is known; a field of another one is to be passed over (RFC 8601, section 2.2).</summary>
    public bool IsKnownVersion => Version == KnownVersion;

    /// <summary>Reads what follows the colon of a field, folded or not. Any input can be read.</summary>
    public static AuthenticationResultsField Parse(ReadOnlySpan<byte> value) => AuthenticationResultsParser.Parse(value);

    /// <summary>Writes the field: see <see cref="AuthenticationResultsWriter"/>.</summary>
    public override string ToString() => AuthenticationResultsWriter.Write("", this);
}
