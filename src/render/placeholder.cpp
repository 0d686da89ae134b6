#include "model/pile.hpp"
