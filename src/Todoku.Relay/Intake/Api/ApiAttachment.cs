namespace Todoku.Relay.Intake.Api;

/// <summary>An attached file.</summary>
/// <param name="Filename">Its name.</param>
/// <param name="ContentType">Its media type; null: <c>application/octet-stream</c>.</param>
/// <param name="Content">Its octets in base64 (RFC 4648, section 4).</param>
/// <param name="ContentId">A name by which the HTML shows it (<c>cid:</c>); null for a file to be saved.</param>
public sealed record ApiAttachment(string? Filename, string? ContentType, string? Content, string? ContentId);
