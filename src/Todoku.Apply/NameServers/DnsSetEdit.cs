namespace Todoku.Apply.NameServers;

/// <summary>What becomes of the records of one name and type: lines of a zone file, as <c>example.com. 300 IN TXT "x"</c>.</summary>
/// <param name="Owner">The name.</param>
/// <param name="Type">The type.</param>
/// <param name="Before">All that there are.</param>
/// <param name="After">All that there will be.</param>
public sealed record DnsSetEdit(string Owner, string Type, IReadOnlyList<string> Before, IReadOnlyList<string> After);
