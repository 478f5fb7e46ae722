using Todoku.Mail;

namespace Todoku.Relay.Policy.ReturnPaths;

/// <summary>What a rule makes of an envelope sender.</summary>
public abstract record ReturnPathTarget
{
    /// <summary>In an address: the domain of the From field. A rule that names it only fits messages with one such domain.</summary>
    public const string AuthorDomainMark = "{from-domain}";

    private ReturnPathTarget()
    {
    }

    /// <summary>It stays.</summary>
    public sealed record Keep : ReturnPathTarget;

    /// <summary>An address.</summary>
    /// <param name="Template">The address, in which <see cref="AuthorDomainMark"/> stands for the domain of the From field: <c>bounces@{from-domain}</c>.</param>
    public sealed record Address(string Template) : ReturnPathTarget
    {
        /// <summary>Whether it names the domain of the From field.</summary>
        public bool HasMark { get; } = Template.Contains(AuthorDomainMark, StringComparison.Ordinal);

        /// <summary>The address for a message.</summary>
        /// <param name="author">The domain of its From field; not null when <see cref="HasMark"/>.</param>
        public string For(DomainName? author) => HasMark ? Template.Replace(AuthorDomainMark, author?.ToString(), StringComparison.Ordinal) : Template;
    }

    /// <summary>One for each recipient, whose bounces come back to the relay.</summary>
    /// <param name="Domain">The domain under which they lie; its MX is the relay.</param>
    public sealed record Verp(DomainName Domain) : ReturnPathTarget;
}
