using Todoku.Knowledge.Sources;
using Todoku.Mail;

namespace Todoku.Knowledge.Images;

/// <summary>An enhanced code pattern in one number: 4 bits of class, 11 each of subject and detail; all bits of a field set for any.</summary>
internal static class PackedStatus
{
    private const uint AnyClass = 15;
    private const uint AnyNumber = 2047;

    public static uint Of(EnhancedPattern pattern) =>
        (Field(pattern.Class, AnyClass) << 22) | (Field(pattern.Subject, AnyNumber) << 11) | Field(pattern.Detail, AnyNumber);

    public static bool Matches(uint packed, EnhancedStatusCode code) =>
        !code.IsNone && Fits(packed >> 22, code.Class, AnyClass) && Fits((packed >> 11) & AnyNumber, code.Subject, AnyNumber) && Fits(packed & AnyNumber, code.Detail, AnyNumber);

    private static uint Field(ushort value, uint any) => value == EnhancedPattern.Anything ? any : value;

    private static bool Fits(uint wanted, uint value, uint any) => wanted == any || wanted == value;
}
