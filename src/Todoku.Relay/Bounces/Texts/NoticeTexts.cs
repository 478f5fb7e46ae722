using Todoku.Knowledge;
using Todoku.Relay.Bounces.Notices;

namespace Todoku.Relay.Bounces.Texts;

/// <summary>The words of notices to senders. What is handed in is fit to be shown (<see cref="SafeText"/>).</summary>
internal abstract class NoticeTexts
{
    /// <summary>The texts of a language.</summary>
    public static NoticeTexts Of(Language language) => language == Language.Japanese ? JapaneseNoticeTexts.Instance : EnglishNoticeTexts.Instance;

    /// <summary>The subject.</summary>
    /// <param name="kind">What it tells.</param>
    /// <param name="address">The first recipient.</param>
    /// <param name="more">How many more there are.</param>
    public abstract string Subject(NoticeKind kind, string address, int more);

    /// <summary>Who writes.</summary>
    public abstract string Writer(string host);

    /// <summary>What happened, before the list of recipients.</summary>
    public abstract string Opening(NoticeKind kind);

    /// <summary>Until when it is tried.</summary>
    public abstract string Until(string time);

    /// <summary>That the sender can't be told, and why this goes to somebody else.</summary>
    public abstract string DoubleBounce { get; }

    /// <summary>The subject of the message.</summary>
    public abstract string MessageSubject(string subject);

    /// <summary>When it was handed in.</summary>
    public abstract string MessageTime(string time);

    /// <summary>A time as people write it.</summary>
    public abstract string TimeOf(DateTimeOffset time);

    /// <summary>The label before a server's reply.</summary>
    public abstract string ServerSaid(string host);

    /// <summary>The label before words of our own.</summary>
    public abstract string WeSay { get; }

    /// <summary>The label before the advice.</summary>
    public abstract string WhatToDo { get; }

    /// <summary>The advice.</summary>
    public abstract string Advice(NoticeAdvice advice, string postmaster);

    /// <summary>The advice while the message is still tried.</summary>
    public abstract string AdviceWhileTried { get; }

    /// <summary>Our IP address where it is not known.</summary>
    public abstract string OurAddress { get; }

    /// <summary>Whom to ask, at the end.</summary>
    public abstract string Closing(string postmaster, string queueId);

    /// <summary>The tag of Content-Language.</summary>
    public abstract string Tag { get; }
}
