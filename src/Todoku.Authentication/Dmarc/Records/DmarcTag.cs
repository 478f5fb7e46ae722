namespace Todoku.Authentication.Dmarc.Records;

/// <summary>A tag of a record as it is written, blanks around name and value left off.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Value">Its value.</param>
public sealed record DmarcTag(string Name, string Value);
