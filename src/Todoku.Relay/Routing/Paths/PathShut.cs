using Todoku.Knowledge;

namespace Todoku.Relay.Routing.Paths;

/// <summary>Why a path is not taken now.</summary>
/// <param name="Path">The name of the path.</param>
public abstract record PathShut(string Path)
{
    /// <summary>When it may be taken, as far as is known.</summary>
    public abstract DateTimeOffset Until { get; }

    /// <summary>Why, in English.</summary>
    public abstract string Why { get; }

    /// <summary>The message was tried by it just now.</summary>
    public sealed record Tried(string Path, DateTimeOffset At) : PathShut(Path)
    {
        /// <inheritdoc/>
        public override DateTimeOffset Until => At;

        /// <inheritdoc/>
        public override string Why => $"{Path} was tried just now";
    }

    /// <summary>The provider refuses what comes by it.</summary>
    /// <param name="Path">The name of the path.</param>
    /// <param name="Block">The block.</param>
    /// <param name="At">When to ask again.</param>
    public sealed record Blocked(string Path, PathBlock Block, DateTimeOffset At) : PathShut(Path)
    {
        /// <inheritdoc/>
        public override DateTimeOffset Until => At;

        /// <inheritdoc/>
        public override string Why
        {
            get
            {
                var state = Block.State switch
                {
                    BlockState.Suspended => $"suspended until {Block.Until:yyyy-MM-dd HH:mm} UTC",
                    BlockState.Probing => "being tested by one message",
                    _ => $"opening, for 1 of {ReroutePolicy.Steps[Block.Step].OneIn}",
                };
                return $"{Path} is {state} ({Block.Cause.Id}, message {Block.Entry.Message})";
            }
        }
    }

    /// <summary>The sender's domain does not authorize it, or that can't be told.</summary>
    public sealed record NotAuthorized(string Path, PathAuthorizationFinding Finding, DateTimeOffset At) : PathShut(Path)
    {
        /// <inheritdoc/>
        public override DateTimeOffset Until => At;

        /// <inheritdoc/>
        public override string Why => Finding.Why;
    }

    /// <summary>Its warm-up allows no more today.</summary>
    public sealed record WarmUp(string Path, int Allowed, DateTimeOffset NextDay) : PathShut(Path)
    {
        /// <inheritdoc/>
        public override DateTimeOffset Until => NextDay;

        /// <inheritdoc/>
        public override string Why => $"{Path} warms up: {Allowed} messages a day to this provider, all sent";
    }

    /// <summary>It takes no more of the mail that other paths can't take.</summary>
    /// <param name="Path">The name of the path.</param>
    /// <param name="Guard">Which guard holds it back, in English.</param>
    /// <param name="At">When to ask again.</param>
    public sealed record Guarded(string Path, string Guard, DateTimeOffset At) : PathShut(Path)
    {
        /// <inheritdoc/>
        public override DateTimeOffset Until => At;

        /// <inheritdoc/>
        public override string Why => $"{Path} takes no more rerouted mail now ({Guard})";
    }
}
