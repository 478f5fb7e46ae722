namespace Todoku.Diagnosis.Messages.Links;

/// <summary>A link of a message.</summary>
/// <param name="Url">As it stands there, at most 300 characters.</param>
/// <param name="Host">Its host in small letters; an IP address as written.</param>
/// <param name="ShownHost">The host that the visible text of the link names; empty when it names none.</param>
/// <param name="IsLoaded">Whether the mail program loads it by itself: a picture.</param>
public sealed record MessageLink(string Url, string Host, string ShownHost, bool IsLoaded);
