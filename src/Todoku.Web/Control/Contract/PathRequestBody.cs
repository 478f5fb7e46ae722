namespace Todoku.Web.Control.Contract;

/// <summary>A path that is to be opened.</summary>
/// <param name="Provider">The provider's id, or a domain; <c>*</c> for all.</param>
/// <param name="Path">The name of the path.</param>
public sealed record PathRequestBody(string? Provider, string? Path);
