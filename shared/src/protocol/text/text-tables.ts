/**
 * Code points by what the rule for texts asks of them (PROTOCOL.md §2.8), from the Unicode Character Database: joining types and
 * combining classes of version 14, everything else of version 17; shared/test/text-tables.test.ts compares them with the engine.
 * A table and no \p{}: a platform before Zurich has neither that nor the flag `u`. Ranges as base-36 numbers: distance from the end of the
 * range before, and behind a `+` how many more follow.
 * Where it shortens a table, a range goes on over code points that nobody has assigned, and a range of letters over marks.
 */
export const TEXT_TABLES = {
  /** Control, format, separator, default-ignorable and noncharacters, the blank of Braille and the mark of a missing object. */
  hidden:
    '0+v 2o+w e iq j5+5 n 5d 1e ap+1 29 1od+1 190+1 2e+4 1ks+4 p+6 1e+f 1ht 1us 14do+v h+f 6o 4h 28+c 2+1 3b2 g ' +
    '6zn+f qxt+3 440+7 96s+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 1ekf+1 ' +
    '1ekf+35t 1ben+1 1ekf+1 1ekf+1',
  /** Combining marks of the scripts below, and those of no script. */
  marks:
    'lc+33 7q+1 ay+a 1d+k h 2u+6 3+5 3+1 2+3 10 v+q 4h+8 a 2k+2 1o+8 17+n 2+w 1j+2 2+h 2+6 b+1 u+2 1l 2+f a b+1 ' +
    'r+5 1l+l v+1 4 c+2 1l 2+f l+1 n+9 1l 2+p b+1 v 1o+f a 15+4 1k 2+o c+1 u+2 1l 2+o c+1 g+g 1k+1 2+f a b+1 u+2 ' +
    '1z+l j+1 85+1 s 2 2 5+1 1e+j 2+1 6+1b a 2t+j o+3 5+2 2+2 3+6 4+3 e+b 2 b+3 19x+3 t+2 3k+v a 1a+2 2 3a+1 z ' +
    'bw+16 1d+2c 1c+g 13+8 d+2 v+c 1l+d 65+2 2+c 2+6 5 7 4+1 5j+1r k1+w 30a+3 30+1 nl4 4 5 o+4 5 2c+1 1f+h r+h e ' +
    '20+c 19+3 1c+d 11 46+2 32+4 6+1 6l+7 2+1 g7n+f h+d r4 6b 1ep+e 15+7 4m+1 fy+3 cz+5 1z+a 1e+3 3f+2 1i+e 16 ' +
    '3+1 b+3 1a+a 8 1q+2 11+d h+1 1m+2 1d+d 9+3 2+1 2l+b 7 3 4e+b m+3 1k+1 2+f a b+i 5d+h o 2a+j 6k+h s+1 2b+g ' +
    '2z+c 2u+e 75+e 6u+e 2 2+1 3y+f 4 t+9 15+6 2+3 9 a+a 1b+f 5j+7 5k+g 6q+k 2 1v+d z1l+1y f5+2 i+7 3+6 v+3 4nr+6 ' +
    'gzhy+6n',
  /** Letters of Joining_Type D or L. */
  joinsNext:
    '17k 6 2 2+4 5+c 2+6 2+1 10+1 9+f j+11 2+1 a 2 2+1 15+2 3 j+2 6+3 2+8 2 2 2+1 w+a 4+e 3+3 2 3+2 3+5 23+w 2f+4 ' +
    '3 2+9 2 b 2+3 3 u 3+4 j+9 6+1 3+5 2+e 314+2g f+z sd2+1e jf2+4 9 6+9 2+2 4g 2 4+2 2+1 2 3 a8+x 2 el+2 2+g ' +
    '18+3 3+b 1b 2+1 5 3+1 2+1 2 3 16ws+1v',
  /** Letters of Joining_Type D or R. */
  joinsPrevious:
    '17k 2+t 2+9 10+5 2+2m 2 p+1 b+2 3 h+33 23+w 2e+o 8 2+3 2+r 4 3+5 i+c 2+q 314+2g f+z sd2+1d jf3+5 2 2+1 4+8 ' +
    '2+9 3 4c+h a8+y el+k 18+h 1b 2+4 2+7 2+3 16ws+1v',
  /** Canonical combining class 9, of the scripts whose letters follow. */
  viramas:
    '1u5 3k 3k 3k 3k 3k 3k 3k 32+1 h 3h ca 51+1 1cq+1 v 4e i6 6c 2u+1 1z+1 ro3 12 48 3z 31 8m 6v imq 16v 16 f 1m ' +
    '3e+1 3w 39 51 2r 6t 3k 71 3k 3b 39 7i 78+1 4i 2c j 2a bq 79+1 2a',
  /** Letters of scripts that have a virama. */
  viramaLetters:
    '1s4+2l g+34 f+1 b 9+2h k+2 h+2k o+2w g i+25 1h+2k v 5+2k g+2l 6+2 9+2 p+24 8q 1s+18 s+4 38+1r h+1q 19u+1d ' +
    '27+1f 10 5 g4+1g 2b 2m+1z 1j+18 b+17 rob+y 2o+1d 1r+5 4 2+1 1e+m 1q+1a 1a+f b+4 2q+m 4+5 2p+a 8+2 5o+y ' +
    'ila+1h 15a+1g 1m+1q 2c+z u+3 1o+1t m 2 10+17 k+1 34+1a 13+2k 4f+22 l+2u 2 55+1a 16+2f l 1o+1k 20+q 12+6j ' +
    '5x+1t 2n+1t 2+2f m+1l k 9v+1s 5c+1y q+1k',
  /** Emoji, without digits, # and *. */
  emoji:
    '4p 5 68e d 61 n 2j+5 g+1 a8+1 d 4n q+a 5+2 5k 6g+1 b a 1n+3 2+4 a 3 3+1 3 5 3 2+1 3 4 4+1 9+2 6 2 6+b c+1 3 ' +
    '2+1 2 j 3+1 j+5 2 2+1 4+1 6 3+1 5+1 c+1 6+1 3 6+1 2 2+1 l+1 6+5 2+3 3 5 3 3+5 2 3 2 2 7 4 7 b+1 g 3 5 2 5+2 ' +
    '2 c+1 1d+2 a f f ad+1 cw+2 k+1 1g 5 yj d gq 2 2fzf 5n 4h+1 d+1 f 3+9 24+p 2+1 o l 3+8 m+1 4v+x 3+33 3+1 2+2 ' +
    '3+2a 3+2 2+7a 2+1q c+5 2+n 8+1 3+7 d 3+3 3 5+1 e+1 3 9+1 a 6+2 d+2 9+2 3 2 5 7 4 7+2d 1d+1x 6+7 3+g 4 2+5 ' +
    '3+9 6c+g 7w+1a 2+9 2+54 35+3s',
  /** Letters of the script Han. */
  han: '9hh 1i qt+533 1t+g73 hkx+d5 n4a f+1 sgd+1b31 1wj+f1 15v+ad5',
} as const
