namespace Todoku.Diagnosis.Messages.Routes;

/// <summary>Where a fact about the envelope comes from.</summary>
public enum EnvelopeSource
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>The user said it.</summary>
    Given,

    /// <summary>The Received-SPF field that the receiving server wrote (RFC 7208, section 9.1).</summary>
    ReceivedSpf,

    /// <summary>The Received field with which the message came into the receiver's network.</summary>
    Received,

    /// <summary>The Return-Path field, which the delivering server writes (RFC 5321, section 4.4).</summary>
    ReturnPath,
}
