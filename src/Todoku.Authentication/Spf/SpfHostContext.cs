using Todoku.Mail;

namespace Todoku.Authentication.Spf;

/// <summary>The domain whose record is evaluated: that of the identity, or one that an include or a redirect led to.</summary>
/// <param name="Name">The domain, as DNS carries it.</param>
/// <param name="Domain">Macro d: as it was written.</param>
/// <param name="Depth">How many includes and redirects lie above.</param>
internal readonly record struct SpfHostContext(DomainName Name, string Domain, int Depth);
